"""A script for Streamlit, run as it is: todo."""

import uuid
from dataclasses import dataclass, field

import streamlit as st


@dataclass
class Todo:
    text: str
    done: bool = False
    uid: uuid.UUID = field(default_factory=uuid.uuid4)


if "todos" not in st.session_state:
    st.session_state.todos = [Todo(text="Buy milk"), Todo(text="Write code")]
if "messages" not in st.session_state:
    st.session_state["messages"] = []


def add_todo():
    text = st.session_state.new_item_text.strip()
    if text:
        st.session_state.todos.append(Todo(text=text))
        st.session_state.messages.append({"role": "user", "content": text})
        st.session_state.messages.append({"role": "assistant", "content": f"Added **{text}**"})
    st.session_state.new_item_text = ""


def remove_todo(i):
    st.session_state.todos.pop(i)


def toggle(i):
    st.session_state.todos[i].done = st.session_state[f"done_{st.session_state.todos[i].uid}"]


def clear(only_done: bool = False):
    st.session_state.todos = [t for t in st.session_state.todos if only_done and not t.done]


st.title("Todo chat")
with st.container(border=True):
    for m in st.session_state.messages:
        who = "🧑" if m["role"] == "user" else "🤖"
        st.markdown(f"{who} {m['content']}")
st.text_input("New item", key="new_item_text", on_change=add_todo, placeholder="Add...", label_visibility="collapsed")
for i, todo in enumerate(st.session_state.todos):
    left, right = st.columns([0.8, 0.2], vertical_alignment="center")
    left.checkbox(todo.text, value=todo.done, key=f"done_{todo.uid}", on_change=toggle, args=(i,))
    right.button("Delete", key=f"del_{todo.uid}", on_click=remove_todo, args=[i], type="tertiary")
st.button("Clear done", on_click=clear, kwargs={"only_done": True})
if st.button("Clear all", type="primary"):
    clear()
    st.rerun()
done = sum(t.done for t in st.session_state.todos)
st.progress(done / max(1, len(st.session_state.todos)), text=f"{done} of {len(st.session_state.todos)} done")
st.caption(f"{len(st.session_state)} keys")
