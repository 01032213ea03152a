import { StatePage } from "@/components/shell/state-page";
import { LinkButton } from "@/components/ui/button";

export default function Forbidden() {
  return (
    <StatePage title="您没有查看这一页的权限" next={<LinkButton href="/">回到首页</LinkButton>}>
      如确需查看，请联系组织部为您开通；如您有多个身份，请先切换身份。
    </StatePage>
  );
}
