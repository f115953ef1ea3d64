import { DEFAULT_SITE } from "../core/corpus/format.ts";
import type { LauncherSettings } from "../core/protocol.ts";
import type { WorkerConfig } from "./config/config.ts";
import { MAX_LOADER_SETTINGS_BYTES } from "./constants.ts";
import type { OriginPolicy } from "./origins.ts";
import { configuredSites } from "./sites.ts";

const NAMES = ["launcherLabel", "position", "accent"] as const;

type Config = Pick<WorkerConfig, "sites" | "allowedOrigins" | "defaultSite">;

/** Whether pages of different origins get different settings. */
export function settingsDependOnPage(config: Config): boolean {
  return config.allowedOrigins !== undefined && configuredSites(config).length > 1;
}

/**
 * What the launcher shows, by site id, and under `default` for pages that name no site. Where several sites have
 * lists of origins, a page gets those that it may use: whose other sites this Worker serves is nobody's business.
 * Those that do not fit any more are left out, and get their settings with the panel.
 *
 * @param referer The header as sent: the page that loads the script.
 * @param own The origin of the Worker.
 */
export function launcherSettings(
  config: Config,
  origins: OriginPolicy,
  referer: string | undefined,
  own: string,
): Record<string, LauncherSettings> {
  const origin = referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined;
  const [onlySite, ...others] = configuredSites(config);
  const defaultSite = config.defaultSite ?? (others.length === 0 ? onlySite : undefined);
  const settings: Record<string, LauncherSettings> = {};
  let bytes = 0;
  const add = (name: string, site: string): void => {
    const configured = config.sites.get(site);
    const entries = NAMES.flatMap((field) => (configured?.[field] ? [[field, configured[field]]] : []));
    const value = Object.fromEntries(entries) as LauncherSettings;
    bytes += new TextEncoder().encode(name + JSON.stringify(value)).length;
    if (entries.length > 0 && bytes <= MAX_LOADER_SETTINGS_BYTES) settings[name] = value;
  };
  if (defaultSite !== undefined) add(DEFAULT_SITE, defaultSite);
  for (const site of config.sites.keys()) {
    const mayUse =
      !settingsDependOnPage(config) || (origin !== undefined && origins.allows(site, origin, own));
    if (mayUse && !(site in settings)) add(site, site);
  }
  return settings;
}
