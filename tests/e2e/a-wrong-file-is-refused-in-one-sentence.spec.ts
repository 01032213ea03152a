import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { FORMER_TERM, uploadRoster, xlsx } from "../support/roster-steps";
import { signInAs } from "../support/sign-in";
import { makeBook } from "../support/workbook-parts";

const MB = 1024 * 1024;

/** An .xls begins with these bytes, whatever it is called. */
const oldBook = () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096), Buffer.from("Workbook", "utf16le")]);
const bomb = () => makeBook({ sheets: [{ name: "名册", xml: "<sheetData/>" }], strings: `<si><t>${"0".repeat(20 * MB)}</t></si>` });

const wrong = [
  { what: "an .xls that was only renamed", bytes: oldBook, says: "这是 .xls 旧格式，请在 WPS 或 Excel 中另存为 .xlsx 后再上传。" },
  { what: "an empty file", bytes: () => Buffer.alloc(0), says: /^(文件是空的|没有选择文件)/ },
  { what: "a file of more than 10 MB", bytes: () => randomBytes(11 * MB), says: "文件超过 10 MB。请删去图片和多余的空行，或分成几个文件后再上传。" },
  { what: "an archive that swells", bytes: bomb, says: "文件解压后过大（超过 100 MB 或压缩比超过 100:1），为安全起见不予打开，请清除空白格式行后另存再上传。" },
];

for (const { what, bytes, says } of wrong) {
  test(`${what} is refused, and the page goes on`, async ({ page }) => {
    await signInAs(page, "luoyan");
    await uploadRoster(page, FORMER_TERM, xlsx("名册.xlsx", bytes()));
    await expect(page.locator(".notice.danger b")).toContainText(says, { timeout: 40_000 });
    await expect(page.locator(".notice.danger")).toContainText(/花名册没有变动|没有上传/);
    await page.goto("/manage/delegates/import");
    await expect(page.getByRole("button", { name: "上传并核对" })).toBeEnabled();
  });
}
