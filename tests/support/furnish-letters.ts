import type { Page } from "@playwright/test";
import { signInAs } from "./sign-in";

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Writes a notice to all liaisons and the delegate of the demo data, as far as the look at its readers. */
async function write(page: Page, title: string): Promise<void> {
  await page.goto("/messages/new");
  await page.fill("#letter [name=title]", title);
  await page.fill("#letter [name=text]", "请于周五上午到区委党校302会议室参加会议。");
  await page.selectOption("#letter [name=list]", { label: "本届在册的全部代表" });
  await page.check('#letter [name="liaisons[]"][value=all]');
  await page.click("#letter .send button");
  await page.waitForURL("**/messages/new?letter=*");
}

/** A draft and a notice that was sent, by the head of the office who is signed in. */
export async function makeLetters(page: Page): Promise<{ draft: string; letter: string }> {
  await write(page, "关于召开座谈会的通知");
  const draft = `${pathOf(page)}${new URL(page.url()).search}`;
  await write(page, "关于召开代表小组会议的通知");
  await page.click("#send .send button");
  await page.waitForURL("**/messages/sent/*");
  return { draft, letter: pathOf(page) };
}

/** The notice as one of its readers has it; the worker may still be bringing it. */
export async function readLetter(page: Page, username: string): Promise<string> {
  await signInAs(page, username);
  const title = page.locator(".mail form button", { hasText: "关于召开代表小组会议的通知" }).first();
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto("/messages");
    if (await title.count() > 0) break;
  }
  await title.click();
  await page.waitForURL("**/messages/*-*");
  return pathOf(page);
}
