import { readFileSync } from 'node:fs'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import type { Settings } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'

const schema = v.object({
  threshold: v.fallback(v.pipe(v.number(), v.gtValue(0), v.ltValue(1)), 0.3),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  language: v.fallback(v.picklist(['system', 'en', 'de', 'fr', 'es']), 'system'),
  executor: v.fallback(v.picklist(['auto', 'cpu', 'webgpu', 'cuda', 'dml', 'coreml', 'tfjs']), 'auto'),
  reviewer: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
  keys: v.fallback(v.record(v.string(), v.array(v.pipe(v.string(), v.maxLength(40)))), {}),
  autoAdvance: v.fallback(v.boolean(), true),
  hints: v.fallback(v.boolean(), true),
})

/** The user's settings in settings.json of the data folder. A damaged file or value falls back to what is usual. */
export function openSettings(dataFolder: string) {
  const file = path.join(dataFolder, 'settings.json')
  let settings: Settings = v.parse(schema, readJson(file))
  return {
    get: () => settings,
    /** Throws ApiError 'bad-setting'. */
    change(change: Partial<Settings>): Settings {
      if (change.threshold !== undefined && !(change.threshold > 0 && change.threshold < 1))
        throw new ApiError('bad-setting', 'The threshold lies between 0 and 1.')
      settings = v.parse(schema, { ...settings, ...change })
      writeJson(file, settings)
      return settings
    },
    /** Who decides: the name in the settings, else the user account's. */
    actor: () => settings.reviewer.trim() || accountName(),
  }
}

/** An account without an entry in the system's list, as in a container, has no name. */
function accountName(): string {
  try {
    return userInfo().username || 'unknown'
  } catch {
    return 'unknown'
  }
}

export type SettingsFile = ReturnType<typeof openSettings>

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** Whole or not at all. */
export function writeJson(file: string, value: unknown) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, JSON.stringify(value, null, 2))
  renameSync(`${file}.part`, file)
}
