import type { Api, Events } from '#preload/api.ts'
import { createClient, subscribe, type Bridge } from '#preload/rpc.ts'
import { httpBridge } from './httpBridge.ts'

declare global {
  var bridge: Bridge | undefined
}

const bridge = globalThis.bridge ?? httpBridge()

export const api = createClient<Api>(bridge)
export const on = (listeners: { [N in keyof Events]?: (payload: Events[N]) => void }) =>
  subscribe<Events>(bridge, listeners)
