import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = import.meta.dirname;

/** What waits for programs to be killed is spread over the run, so that one works while the other waits and nothing waits for it in the end. */
class WaitingSpread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = sorted.filter(({ moduleId }) => moduleId.endsWith("-killed.test.ts"));
    const works = sorted.filter((file) => !waits.includes(file));
    const part = Math.ceil(works.length / Math.max(1, waits.length));
    return [...waits.flatMap((file, i) => [file, ...works.slice(i * part, (i + 1) * part)]), ...(waits.length === 0 ? works : [])];
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: "server-only", replacement: path.join(root, "node_modules/server-only/empty.js") },
    ],
  },
  test: {
    environment: "node",
    maxWorkers: 2,
    passWithNoTests: false,
    allowOnly: false,
    sequence: { sequencer: WaitingSpread },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "scripts/**/*.test.{mjs,ts}", "tests/architecture.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/cluster.mjs"],
          setupFiles: ["tests/support/integration-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: "matrix", include: ["tests/matrix/**/*.test.ts"], globalSetup: ["tests/support/cluster.mjs"], setupFiles: ["tests/support/integration-setup.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
      },
      { extends: true, test: { name: "built", include: ["tests/built/**/*.test.ts"], testTimeout: 30_000 } },
    ],
  },
});
