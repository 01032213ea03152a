import { expect, it } from "vitest";
import { waitingWords } from "./labels";

it("counts accounts and deputies that wait, each by its own name", () =>
  expect([waitingWords(3, 1), waitingWords(0, 1), waitingWords(2, 0), waitingWords(0, 0)]).toEqual(["3 个账号，1 件外出代办", "1 件外出代办", "2 个账号", "没有等待办理的"]));
