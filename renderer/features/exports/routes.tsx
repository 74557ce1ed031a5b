import type { RouteObject } from "react-router";
import { ExportsScreen } from "./exports-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/exports", element: <ExportsScreen /> }];
