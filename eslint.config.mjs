import next from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import boundaries from "eslint-plugin-boundaries";
import ts from "typescript-eslint";

/** One line per noun: the shelf it stands on. Imports go down, never up and never sideways. */
const shelves = [
  ["terms", "units", "accounts", "saved-views", "calendars", "rules", "messages"],
  ["grants", "delegates", "deadlines", "jobs"],
  ["contacts"],
  ["duties", "training-plans"],
  ["activities"],
  ["participations"],
  ["certificates"],
  ["roster-imports", "committees", "terminations", "registration-forms", "vacancies", "term-changes", "corrections", "merges", "place-posts", "delegate-accounts", "unit-imports", "letters", "substitutions", "attendances", "duty-imports", "schedules"],
  ["opinions"],
  ["researches"],
  ["compositions", "quality", "papers", "reorganizations", "trainings"],
  ["histories"],
  ["audits"],
  ["tasks"],
];

const shelf = (n) => ({ type: `shelf${n + 1}`, pattern: `lib/(${shelves[n].join("|")})`, capture: ["noun"] });
const full = shelves.flatMap((nouns, n) => (nouns.length > 0 ? [n] : []));
const below = (n) => full.filter((m) => m < n).map((m) => `shelf${m + 1}`);
const allow = (from, to, files) => ({ from: { element: { type: from } }, allow: { to: { element: { types: { anyOf: to } }, ...(files ? { file: { categories: files } } : {}) } } });
const same = (type) => ({ from: { element: { type } }, allow: { to: { element: { type, captured: { noun: "{{ from.element.captured.noun }}" } } } } });
const everything = full.map((n) => `shelf${n + 1}`);

export const boundaryRules = {
  plugins: { boundaries },
  settings: {
    "import/resolver": { typescript: { project: "./tsconfig.json" } },
    "boundaries/elements": [
      { type: "app", pattern: "app" },
      { type: "ui", pattern: "components/ui" },
      { type: "shell", pattern: "components/shell" },
      { type: "noun-ui", pattern: "components/*", capture: ["noun"] },
      { type: "platform", pattern: "lib/platform" },
      ...full.map(shelf),
      { type: "client", pattern: "prisma/client" },
    ],
    "boundaries/files": [
      { category: "pure", pattern: "**/lib/*/{policy,flow,schema,labels}.ts" },
      { category: "reads", pattern: "**/lib/**/{queries,*-queries}.ts" },
      { category: "service", pattern: "**/lib/**/{service,*-service}.ts" },
      { category: "db", pattern: "**/lib/platform/db.ts" },
    ],
  },
  rules: {
    "boundaries/dependencies": ["error", {
      default: "disallow",
      // Also inside a noun: its policy, flow, schema and labels never reach its own reads and writes.
      checkInternals: true,
      policies: [
        allow("app", ["app", "ui", "shell", "noun-ui", "platform", ...everything, "client"]),
        allow("noun-ui", ["ui", "shell", "noun-ui", "platform", ...everything, "client"]),
        allow("shell", ["ui", "shell", "noun-ui", "platform", "shelf1"]),
        allow("ui", ["ui", "platform"]),
        allow("platform", ["platform", "client"]),
        ...full.flatMap((n) => [allow(`shelf${n + 1}`, ["platform", "client", ...below(n)]), same(`shelf${n + 1}`)]),
        { from: { element: { types: { anyOf: ["app", "noun-ui", "shell", "ui"] } } }, disallow: { to: { file: { categories: "service" } } } },
        { from: { element: { types: { anyOf: ["app", "noun-ui", "shell", "ui"] } } }, disallow: { to: { file: { categories: "db" } } } },
        { from: { file: { categories: "pure" } }, disallow: { to: { file: { categories: "db" } } } },
        { from: { file: { categories: "pure" } }, disallow: { to: { file: { categories: "service" } } } },
        { from: { file: { categories: "pure" } }, disallow: { to: { file: { categories: "reads" } } } },
      ],
    }],
  },
};

export default ts.config(
  { ignores: ["node_modules/", ".next*/", ".data/", "prisma/client/", "next-env.d.ts", "test-results/", "playwright-report/"] },
  ...next,
  ...nextTypescript,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // The image optimizer is off on purpose: a photograph comes from its own guarded address.
      "@next/next/no-img-element": "off",
      "no-restricted-properties": ["error",
        { property: "$queryRawUnsafe", message: "Use $queryRaw with parameters." },
        { property: "$executeRawUnsafe", message: "Use $executeRaw with parameters." },
        { object: "Prisma", property: "raw", message: "Use Prisma.sql with parameters." },
        { object: "Math", property: "random", message: "Use node:crypto." }],
    },
  },
  { files: ["tests/**/*.ts"], rules: { "react-hooks/rules-of-hooks": "off" } },
  { files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.ts"], ignores: ["**/*.test.{ts,tsx}"], ...boundaryRules },
);
