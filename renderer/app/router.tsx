import { createHashRouter, type RouteObject } from "react-router";
import { BrokenPage, MissingPage } from "./broken-page.tsx";
import { Frame } from "./frame.tsx";

/** A feature puts its screens here by exporting `routes` from `features/<task>/routes.tsx`. */
const features = import.meta.glob<{ routes: RouteObject[] }>("../features/*/routes.tsx", { eager: true });

const featureRoutes = (): RouteObject[] => Object.values(features).flatMap((feature) => feature.routes);

/** Hash addresses: the page itself is one file, under app:// as under http://127.0.0.1. */
export const createAppRouter = () =>
  createHashRouter([
    {
      element: <Frame />,
      errorElement: <BrokenPage />,
      children: [
        {
          errorElement: <BrokenPage />,
          children: [...featureRoutes(), { path: "*", element: <MissingPage /> }],
        },
      ],
    },
  ]);
