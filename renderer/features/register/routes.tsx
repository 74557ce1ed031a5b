import type { RouteObject } from "react-router";
import { EvaluationScreen } from "./evaluation-screen.tsx";
import { RegisterScreen } from "./register-screen.tsx";

export const routes: RouteObject[] = [
  { path: "/library/register", element: <RegisterScreen /> },
  { path: "/library/evaluation", element: <EvaluationScreen /> },
];
