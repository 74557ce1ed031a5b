import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Relative addresses, so that the same build works under app:// and http://127.0.0.1. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    // Fonts stay files: a data: font would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
  },
});
