"use client";
import { useContext } from "react";
import { Field, Select } from "@/components/ui/field";
import { FormContext } from "@/components/ui/form-context";

const options = [{ value: "same", label: "是同一人，沿用已有的人员资料" }, { value: "different", label: "是不同的人，另行登记" }];

/** Asked only after the register was found to hold somebody of the same name and month of birth. */
export function SamePerson() {
  const { state } = useContext(FormContext);
  const answered = state.values?.samePerson;
  const asked = state.fields?.samePerson !== undefined || answered === "same" || answered === "different";
  if (!asked) return <input type="hidden" name="samePerson" value="ask" />;
  return <Field name="samePerson" label="与已登记的人员"><Select options={options} empty="请选择" required defaultValue="" /></Field>;
}
