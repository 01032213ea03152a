import { Notice } from "@/components/ui/notice";

/** Roles of the same person's account that end with what is about to be confirmed; nothing when there are none. */
export function EndingGrants({ grants, when }: { grants: readonly string[]; when: string }) {
  if (grants.length === 0) return null;
  return <div className="mb-4"><Notice tone="warn" title="本人账号的角色随之收回">{when}，本人账号的{grants.join("、")}角色立即收回，现有登录随即退出。需要继续担任的，由安全管理员重新授予。</Notice></div>;
}
