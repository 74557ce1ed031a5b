import type { RouteObject } from "react-router";
import { RegisterScreen } from "./register-screen.tsx";

export const routes: RouteObject[] = [{ path: "/library/register", element: <RegisterScreen /> }];
