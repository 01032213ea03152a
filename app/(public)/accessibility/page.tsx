import type { Metadata } from "next";
import { PRODUCT } from "@/components/shell/brand";
import { Lead, PublicShell } from "@/components/shell/public-shell";
import { BackHere } from "@/components/shell/size-switch";
import { SIZES, textSize } from "@/components/shell/text-size";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "无障碍说明与字号" };

async function SizeForm() {
  const now = await textSize();
  return (
    <form method="post" action="/api/size" className="mb-6">
      <BackHere />
      <h2 className="mb-2 text-lg">选择字号</h2>
      <div className="flex flex-wrap gap-2">
        {Object.entries(SIZES).map(([value, label]) => (
          <Button key={value} name="size" value={value} aria-pressed={value === now}>{label}{value === now ? "（当前）" : ""}</Button>
        ))}
      </div>
    </form>
  );
}

export default function AccessibilityPage() {
  return (
    <PublicShell name={PRODUCT}>
      <Lead title="无障碍说明与字号">选好的字号会在本机保留一年，不用登录。各页顶端都有“大字版”，随时可以换回。</Lead>
      <SizeForm />
      <div className="prose">
        <h2>做到的</h2>
        <ul>
          <li>按《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）二级和《网络内容无障碍指南》（WCAG 2.2）AA 级设计。</li>
          <li>全部功能可用键盘完成，焦点始终看得见，每页第一个链接可跳到正文。</li>
          <li>状态同时用文字、符号和颜色表示；文字与底色的对比度不低于 4.5:1。</li>
          <li>代表登录、答复邀请、履职登记、提交提案、评价答复，在不运行脚本的浏览器里也能办。</li>
          <li>图表都附有数据表；减少动态效果、高对比度等系统设置照常有效。</li>
        </ul>
        <h2>尚有不足</h2>
        <ul>
          <li>上传的附件由提交人制作，其中的扫描件读屏软件无法朗读。可向组织部索取文字版。</li>
          <li>较宽的表格在手机上需要左右滑动，姓名一列始终可见。</li>
          <li>尚未请视障用户作完整试用。</li>
        </ul>
        <h2>遇到困难</h2>
        <p>请告诉组织部您在哪一页、用什么设备、遇到什么困难。可以由工作人员代为登记，也可以交书面材料。</p>
      </div>
    </PublicShell>
  );
}
