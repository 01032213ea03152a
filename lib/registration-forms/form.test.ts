import { expect, it } from "vitest";
import { formName } from "./form";

it.each([
  [1, 3, "黄立", "001_黄立.docx"], [12, 1000, "买买提·吐尔逊", "0012_买买提·吐尔逊.docx"], [420, 420, "𠮷野", "420_𠮷野.docx"], [2, 3, "../../etc/甲\u202e", "002_etc甲.docx"], [3, 3, "<>:", "003_无名.docx"], [3, 3, "..", "003_无名.docx"],
])("number %i of %i, %s, is called %s", (number, total, name, wanted) => expect(formName(number, total, name)).toBe(wanted));
