import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import "@fontsource-variable/noto-sans-sc/index.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/pieces.css";
import "./styles/document.css";
import "./styles/pictures.css";
import "./styles/rounds.css";
import "./styles/exports.css";
import "./styles/experts.css";
import "./styles/checks.css";
import "./styles/intake.css";
import "./styles/round-settings.css";
import "./styles/library.css";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
