import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/e2e/**", "**/node_modules/**"],
    environment: "node",
    // Real SQLite, real workers, real processes, on machines of any speed: only a hang takes so long. No test has less.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    teardownTimeout: 600_000,
    expect: { poll: { timeout: 600_000 } },
    maxWorkers: 2,
    passWithNoTests: false,
    restoreMocks: true,
  },
});
