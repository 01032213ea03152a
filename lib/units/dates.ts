export { dayOf, isoOf } from "@/lib/platform/clock";
