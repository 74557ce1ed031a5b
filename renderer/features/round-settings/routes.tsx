import type { RouteObject } from "react-router";
import { RoundSettingsScreen } from "./round-settings-screen.tsx";

export const routes: RouteObject[] = [{ path: "/round/:round/settings", element: <RoundSettingsScreen /> }];
