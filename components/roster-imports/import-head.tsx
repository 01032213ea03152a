import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { stepNames, type Step } from "@/lib/roster-imports/steps";

/** Title and the five steps, the same on every page of an import. */
export function ImportHead({ title, small, step }: { title: string; small?: string; step: Step }) {
  const crumb = [{ label: "代表" }, { label: "花名册", href: "/manage/delegates" }, { label: "导入", ...(step.current > 2 ? { href: "/manage/delegates/import" } : {}) }];
  return <PageHead crumb={crumb} title={title} small={small} acts={<Steps items={stepNames} {...step} />} />;
}
