export { RoleShell as default } from "@/components/tasks/role-shell";
