/** Bytes of one paper, and papers of one act. */
export const PAPER_LIMIT = 5 * 1024 * 1024;
export const MOST_PAPERS = 10;

export const fieldNames: Record<string, string> = { paper: "依据附件" };

export const verbNames: Record<string, string> = { "paper.attach": "上传依据附件", "paper.read": "下载依据附件", "paper.remove": "删除依据附件", "paper.find": "查找依据附件" };

export const refusals = {
  attach: "您不能上传依据附件。请联系组织部经办。",
  remove: "您不能删除依据附件。请联系组织部经办。",
  tooLarge: "文件超过 5 MB，没有上传。请压缩或分开后再上传。",
  noFile: "没有选择文件。请选择照片（JPG、PNG）或 PDF 后再上传。",
  wrongKind: "文件不是完整的 JPG、PNG 照片或 PDF，没有上传。请另存为其中一种后再上传。",
  other: "附件与页面上显示的不一致，没有删除。请刷新页面后再试。",
  many: `一项最多附 ${MOST_PAPERS} 份文件，没有上传。请删除不用的，或合成一份后再上传。`,
};
