import { expect, it } from "vitest";
import { mustBeFree } from "./store.mjs";

it.each([Number("abc"), 0, 70_000, 1.5])("refuses the port %s", (port) => expect(mustBeFree(port, "127.0.0.1")).rejects.toThrow("PORT"));
