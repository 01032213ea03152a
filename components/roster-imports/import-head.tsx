import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";

const STEPS = ["下载模板", "上传", "核对", "选择", "完成"];

/** Title and the five steps, the same on every page of an import. */
export function ImportHead({ title, small, step }: { title: string; small?: string; step: number }) {
  const crumb = [{ label: "代表" }, { label: "花名册", href: "/manage/delegates" }, { label: "导入", ...(step > 2 ? { href: "/manage/delegates/import" } : {}) }];
  return <PageHead crumb={crumb} title={title} small={small} acts={<Steps items={STEPS} current={step} />} />;
}
