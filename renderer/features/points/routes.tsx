import type { RouteObject } from "react-router";
import { PointsScreen } from "./points-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/points", element: <PointsScreen /> }];
