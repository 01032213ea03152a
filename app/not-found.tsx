import { StatePage } from "@/components/shell/state-page";
import { LinkButton } from "@/components/ui/button";

export default function NotFound() {
  return (
    <StatePage title="没有找到这个页面" next={<LinkButton href="/">回到首页</LinkButton>}>
      它可能已被移动或删除，也可能不在您的范围内。请核对网址，或回到首页重新查找。
    </StatePage>
  );
}
