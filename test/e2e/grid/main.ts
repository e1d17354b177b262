import { mount } from 'svelte'
import Grid from './Grid.svelte'

mount(Grid, { target: document.getElementById('app')! })
