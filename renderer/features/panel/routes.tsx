import type { RouteObject } from "react-router";
import { PanelScreen } from "./panel-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/panel", element: <PanelScreen /> }];
