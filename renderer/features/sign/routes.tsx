import type { RouteObject } from "react-router";
import { SignScreen } from "./sign-screen.tsx";

export const routes: RouteObject[] = [
  { path: "/round/:round/sign", element: <SignScreen /> },
  { path: "/round/:round/sign/:expert", element: <SignScreen /> },
];
