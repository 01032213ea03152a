import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

/** Breadcrumb, title, and on the right what can be done here; at most one of `acts` is primary. */
export function PageHead({ crumb = [], title, small, kind, acts }: { crumb?: readonly Crumb[]; title: ReactNode; small?: ReactNode; kind?: ReactNode; acts?: ReactNode }) {
  return (
    <>
      {crumb.length > 0 ? <Breadcrumb items={crumb} /> : null}
      <div className="head">
        <div><h1>{title}{small ? <small>{small}</small> : null}</h1>{kind ? <div className="kind">{kind}</div> : null}</div>
        {acts ? <div className="acts">{acts}</div> : null}
      </div>
    </>
  );
}
