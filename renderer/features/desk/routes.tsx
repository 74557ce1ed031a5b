import type { RouteObject } from "react-router";
import { DeskScreen } from "./desk-screen.tsx";
import { ExpertStartScreen } from "./expert-start-screen.tsx";

export const routes: RouteObject[] = [
  { path: "/expert", element: <ExpertStartScreen /> },
  { path: "/round/:round/desk", element: <DeskScreen /> },
  { path: "/round/:round/desk/:expert", element: <DeskScreen /> },
];
