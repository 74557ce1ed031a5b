import type { RouteObject } from "react-router";
import { RoundHomeScreen } from "./round-home-screen.tsx";
import { RoundsScreen } from "./rounds-screen.tsx";

export const routes: RouteObject[] = [
  { path: "/", element: <RoundsScreen /> },
  { path: "/round/:round", element: <RoundHomeScreen /> },
];
