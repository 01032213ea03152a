"use server";
import { action } from "@/lib/platform/action";
import { settleInput } from "./schema";
import * as jobs from "./service";

export const retryJobs = action(settleInput, async (actor, { ids }) => ({ message: `已重新办理 ${await jobs.retry(actor, ids)} 件，结果稍后在本页查看。` }));

export const dropJobs = action(settleInput, async (actor, { ids }) => ({ message: `${await jobs.drop(actor, ids)} 件不再重试。` }));
