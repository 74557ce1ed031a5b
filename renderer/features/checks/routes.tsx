import type { RouteObject } from "react-router";
import { ChecksScreen } from "./checks-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/checks", element: <ChecksScreen /> }];
