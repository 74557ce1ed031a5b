import type { RouteObject } from "react-router";
import { ExpertsScreen } from "./experts-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/experts", element: <ExpertsScreen /> }];
