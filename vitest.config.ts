import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/e2e/**", "**/node_modules/**"],
    environment: "node",
    // Real SQLite, real workers, real processes, on machines of any speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    passWithNoTests: false,
    restoreMocks: true,
  },
});
