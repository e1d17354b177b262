import type { Action } from '../actions.ts'
import { view } from './view.svelte.ts'

/** Share of the frame that a key moves the view by. */
const step = 0.2
const pan = (x: number, y: number) => () => view.shown && view.panBy(x * step * view.shown.frame.width, y * step * view.shown.frame.height) // prettier-ignore
const base = { menu: null, screen: ['review', 'work'], enabled: () => view.shown !== null } as const
const isZoomed = () => view.isZoomed

export const viewerActions: Action[] = [
  { ...base, id: 'zoom-in', title: 'actions.zoomIn', menu: 'view', keys: ['+', '='], icon: 'zoomIn', run: view.zoomIn },
  { ...base, id: 'zoom-out', title: 'actions.zoomOut', menu: 'view', keys: ['-'], icon: 'zoomOut', enabled: isZoomed, run: view.zoomOut },
  { ...base, id: 'zoom-fit', title: 'actions.zoomFit', menu: 'view', keys: ['0'], icon: 'fit', enabled: isZoomed, run: view.fit },
  { ...base, id: 'zoom-full', title: 'actions.zoomFull', menu: 'view', keys: [' '], icon: 'search', run: () => view.toggleFull() },
  { ...base, id: 'pan-left', title: 'actions.panLeft', keys: ['Shift+ArrowLeft'], enabled: isZoomed, run: pan(-1, 0) },
  { ...base, id: 'pan-right', title: 'actions.panRight', keys: ['Shift+ArrowRight'], enabled: isZoomed, run: pan(1, 0) },
  { ...base, id: 'pan-up', title: 'actions.panUp', keys: ['Shift+ArrowUp'], enabled: isZoomed, run: pan(0, -1) },
  { ...base, id: 'pan-down', title: 'actions.panDown', keys: ['Shift+ArrowDown'], enabled: isZoomed, run: pan(0, 1) },
  { ...base, id: 'rotate', title: 'actions.rotate', menu: 'view', keys: [']'], icon: 'rotate', run: () => view.turn(1) },
  { ...base, id: 'rotate-back', title: 'actions.rotateBack', keys: ['['], run: () => view.turn(-1) },
] // prettier-ignore
