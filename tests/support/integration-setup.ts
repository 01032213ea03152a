import { afterAll, inject } from "vitest";
import { endOwner, renewDatabase, useDatabase as database } from "./database";

await renewDatabase();
const { url } = await database();

Object.assign(process.env, inject("cluster").secrets, { DATABASE_URL: url, APP_URL: "http://127.0.0.1:3000", LOG_LEVEL: "error" });

const held = globalThis as unknown as { prisma?: { $disconnect(): Promise<void> }; boss?: Promise<{ stop(options: object): Promise<void> }> };

afterAll(async () => {
  await (await held.boss)?.stop({ graceful: false });
  await held.prisma?.$disconnect();
  delete held.boss;
  delete held.prisma;
  await endOwner();
});
