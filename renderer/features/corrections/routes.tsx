import type { RouteObject } from "react-router";
import { CorrectionsScreen } from "./corrections-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/corrections", element: <CorrectionsScreen /> }];
