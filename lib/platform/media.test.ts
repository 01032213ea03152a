import { describe, expect, it } from "vitest";
import { mediaName, mediaOf } from "./media";

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]);
const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000000049454e44ae426082", "hex");
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n%%EOF\n");

describe("what a file is", () => {
  it("is told by its bytes", () => expect([jpeg, png, pdf].map((b) => mediaOf(b)?.ending)).toEqual(["jpg", "png", "pdf"]));
  it("also with what a camera leaves behind the end", () => expect(mediaOf(Buffer.concat([jpeg, Buffer.alloc(5000, 7)]))?.type).toBe("image/jpeg"));
  it.each([
    ["a web page", "<html><script>1</script></html>"], ["a drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>"], ["a program", "MZ\u0090"], ["nothing", ""], ["a page that ends like a document", "<html>%PDF-1.7 %%EOF"],
  ])("%s is none of them", (_, text) => expect(mediaOf(Buffer.from(text))).toBeNull());
  it("a photograph cut off on its way is refused", () => expect([jpeg.subarray(0, 7), png.subarray(0, 20), pdf.subarray(0, 12)].map(mediaOf)).toEqual([null, null, null]));
});

it("takes no second ending along", () => {
  expect(mediaName("任免通知.pdf.exe", { type: "application/pdf", ending: "pdf" })).toBe("任免通知.pdf");
  expect(mediaName(".html", { type: "image/png", ending: "png" })).toBe("文件.png");
});
