import type { Output } from "#core/api.ts";

interface VersionListProps {
  /** Newest first. */
  readonly versions: Output<"listVersions">;
  readonly chosen: string | null;
  readonly onChoose: (version: string) => void;
}

const when = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
});

const size = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${(bytes / 1_000).toFixed(1)} kB`
      : `${(bytes / 1e6).toFixed(1)} MB`;

/** The versions by the time of their save. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  return (
    <ul className="version-list figures" aria-label="Versions">
      {versions.map(({ version, at, bytes }) => (
        <li key={version}>
          <button
            type="button"
            className="version"
            aria-current={version === chosen || undefined}
            onClick={() => onChoose(version)}
          >
            <span>{when.format(new Date(at))}</span>
            <span className="version-size">{size(bytes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
