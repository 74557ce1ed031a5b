import { Navigate, type RouteObject } from "react-router";
import { EditorScreen } from "./editor/editor-screen.tsx";
import { SchemeScreen } from "./scheme-screen.tsx";
import { SchemesScreen } from "./schemes-screen.tsx";

export const routes: RouteObject[] = [
  { path: "/library", element: <Navigate to="/library/schemes" replace /> },
  { path: "/library/schemes", element: <SchemesScreen /> },
  { path: "/library/schemes/:scheme", element: <SchemeScreen /> },
  { path: "/library/schemes/:scheme/edit", element: <EditorScreen /> },
];
