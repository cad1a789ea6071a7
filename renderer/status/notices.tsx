import { X } from "lucide-react";
import { dismiss, type Notice, useNotices } from "../state/notices.ts";
import { Button } from "../ui/button.tsx";

/** What the person has to be told, until they have read it. */
export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <section className="notices" aria-label="Messages">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice: { id, kind, message, advice, buttons } }: { readonly notice: Notice }) {
  return (
    <div className="notice" data-kind={kind} role={kind === "problem" ? "alert" : "status"}>
      <p>
        <strong>{message}</strong> {advice}
      </p>
      {buttons.map(({ label, run }) => (
        <Button
          key={label}
          onClick={() => {
            dismiss(id);
            run();
          }}
        >
          {label}
        </Button>
      ))}
      <Button look="icon" aria-label="Dismiss" onClick={() => dismiss(id)}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
