import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Bridge } from './rpc.ts'

contextBridge.exposeInMainWorld('bridge', {
  call: (name, args) => ipcRenderer.invoke('call', name, args),
  listen: (listener) => {
    const onEvent = (_: IpcRendererEvent, event: string, payload: unknown) => listener(event, payload)
    ipcRenderer.on('event', onEvent)
    return () => ipcRenderer.off('event', onEvent)
  },
} satisfies Bridge)

// Only here can the path of a dropped file be known; the page itself never learns it. Without this, a dropped file would
// replace the page.
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  const paths = [...(event.dataTransfer?.files ?? [])].map((file) => webUtils.getPathForFile(file))
  if (paths.length > 0) ipcRenderer.send('dropped', paths)
})
