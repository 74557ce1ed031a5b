import type { RouteObject } from "react-router";
import { RecordsScreen } from "./records-screen.tsx";

export const routes: RouteObject[] = [
  { path: "/settings/records", element: <RecordsScreen /> },
  { path: "/round/:round/records", element: <RecordsScreen /> },
];
