import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma fetches its migration engine from a host of its own; this project brings a stand-in, so closed networks work.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, "prisma", "schema-engine.mjs");
}

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "postgresql://127.0.0.1:1/none" },
});
