import type { RouteObject } from "react-router";
import { PlanScreen } from "./plan-screen.tsx";

export const routes: RouteObject[] = [{ path: "/library/plan", element: <PlanScreen /> }];
