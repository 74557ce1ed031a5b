import type { RouteObject } from "react-router";
import { IntakeScreen } from "./intake-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/intake", element: <IntakeScreen /> }];
