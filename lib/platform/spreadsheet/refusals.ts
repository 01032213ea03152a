/** A file that is not read further; the message is shown as it is. */
export class FileRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FileRefused";
  }
}

const resave = "请在 WPS 或 Excel 中打开后另存为 .xlsx 再上传。";

export const refusals = {
  empty: "文件是空的（0 字节），请重新导出后再上传。",
  tooLarge: (megabytes: number) => `文件超过 ${megabytes} MB，请删去图片和无关工作表，或拆成几个文件后再上传。`,
  xls: "这是 .xls 旧格式，请在 WPS 或 Excel 中另存为 .xlsx 后再上传。",
  et: "这是 WPS 的 .et 格式，请在 WPS 中另存为 .xlsx 后再上传。",
  encrypted: "文件设置了打开密码，请在 WPS 或 Excel 中取消密码后再上传。",
  oldDocument: `这不是表格文件（旧式 Office 文档），${resave}`,
  xml2003: `这是 XML 表格 2003 格式，扩展名与内容不符，${resave}`,
  html: `这是网页文件改名而来的表格，${resave}`,
  xlsb: `这是 .xlsb 二进制工作簿，${resave}`,
  ods: `这是 .ods 格式，${resave}`,
  notSpreadsheet: "压缩包内没有工作簿，这不是 .xlsx 表格，请上传 .xlsx 或 .csv 文件。",
  macro: "文件带有宏，请另存为不带宏的 .xlsx 后再上传。",
  external: "文件引用了外部文件或外部数据（外部链接、DDE 或数据连接），请断开链接、只保留数值后再上传。",
  entity: "文件内含 DOCTYPE 或实体声明，正常表格不会有这类内容，请在 WPS 或 Excel 中重新另存为 .xlsx 后再上传。",
  oddEncoding: `文件内部编码不是 UTF-8，${resave}`,
  bomb: "文件解压后过大（超过 100 MB 或压缩比超过 100:1），为安全起见不予打开，请清除空白格式行后另存再上传。",
  tooManyParts: "文件内部部件超过 200 个，请删去图片和无关工作表后再上传。",
  path: "文件内部含有越界路径，不是正常的表格，请重新另存为 .xlsx 后再上传。",
  encryptedPart: "文件内部有加密的部件，请取消密码后另存为 .xlsx 再上传。",
  lyingSize: "文件内部登记的大小与实际不符，可能已损坏或被改动，请重新另存为 .xlsx 后再上传。",
  damaged: "文件不完整或已损坏，无法打开，请重新导出或另存后再上传。",
  binary: "无法识别文件内容，这不是 .xlsx 或 .csv 表格，请上传这两种格式的文件。",
  encoding: "无法识别文字编码，请另存为 .xlsx，或另存为 UTF-8 编码的 .csv 后再上传。",
  quote: "文件中的双引号没有成对，内容可能不完整，请重新导出后再上传。",
  renamedBook: "文件内容是 .xlsx 工作簿，扩展名却不是 .xlsx，请改回 .xlsx 后再上传。",
  renamedText: "文件内容是文本，扩展名却不是 .csv，请在 WPS 或 Excel 中打开后另存为 .xlsx 再上传。",
  tooManyRows: (rows: number) => `数据超过 ${rows} 行，请拆成几个文件分别上传。`,
  tooManyColumns: (columns: number) => `数据超过 ${columns} 列，请删去无关的列后再上传。`,
  tooSlow: (seconds: number) => `文件在 ${seconds} 秒内没有读完，请清除空白格式行、删去无关工作表后再上传。`,
  tooHeavy: "文件内容过多，超出读取上限，请清除空白格式行或拆成几个文件后再上传。",
} as const;
