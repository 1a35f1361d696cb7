"""What the policy's codes say, in Chinese and English, and the fixed safety cards.

The cards follow the order of a rescue and must be confirmed by a licensed professional before real use."""

from collections.abc import Mapping

from .model import Action, Ask, Call, Close, HandOver, Lang, Propose, Say

PHRASES: Mapping[str, tuple[str, str]] = {
    "danger.gas": (
        "⚠ 请马上：关燃气阀 · 开门窗 · 不要碰任何开关和插头（包括灯、手机充电）· "
        "带家人离开，到室外再打电话（燃气抢修或 119）。",
        "⚠ Now: close the gas valve · open windows · touch no switch or plug · leave with everyone; call from outside.",
    ),
    "danger.electricity": (
        "⚠ 不要再碰设备和水 · 离开有水的地方 · 只有手干、脚下干时才断总闸 · 有人触电：先断电，拨 120。",
        "⚠ Do not touch the machine or the water · step away · only with dry hands and feet switch off the mains · "
        "if somebody was shocked, cut the power first, then call 120.",
    ),
    "danger.fire": (
        "⚠ 能安全做到才断电 · 不用水泼 · 人马上离开并关门 · 到安全处拨 119。",
        "⚠ Cut the power only if safe · no water · leave, shut the door · call 119 from a safe place.",
    ),
    "danger.co": (
        "⚠ 可能一氧化碳中毒：开窗 · 马上到室外 · 拨 120 · 关掉燃气，查清前不要再用热水器。",
        "⚠ Possible carbon monoxide: open windows · get outside now · call 120 · do not use the heater again.",
    ),
    "danger.battery": (
        "⚠ 不要再充电、不要挤压拆开 · 人和易燃物远离 · 冒烟就离开并拨 119。",
        "⚠ Do not charge, press or open it · keep people and anything that burns away · if it smokes leave, call 119.",
    ),
    "danger.person": (
        "⚠ 先救人：受伤拨 120，被困或起火拨 119 · 能安全断电就断电 · 不要强拉被夹住的人。",
        "⚠ People first: call 120 if injured, 119 if trapped · cut the power if safe · do not pull by force.",
    ),
    "stop": (
        "为了安全请先停用这台机器，不要自己拆修。我帮您安排工程师。",
        "For safety stop using the machine and do not open it. I will arrange an engineer.",
    ),
    "hand.danger": ("我已请专人马上联系您。", "A person will contact you at once."),
    "hand.asked_for_person": (
        "好的，马上为您转人工，前面的内容都会带过去。",
        "Of course, I am passing you to a person with all of this.",
    ),
    "hand.complaint": (
        "很抱歉给您添麻烦了，投诉由专员处理，现在为您转接。",
        "I am sorry. A complaint specialist takes over now.",
    ),
    "hand.exposure": ("您的问题我们很重视，现在由专员接手。", "We take this seriously; a specialist takes over now."),
    "hand.upset": (
        "真的很抱歉，让您着急了。我请同事直接为您处理。",
        "I am really sorry. A colleague will deal with it directly.",
    ),
    "hand.elderly": ("我请同事直接和您说，您不用打字。", "A colleague will talk to you directly, no typing needed."),
    "hand.two_failed": (
        "我没能帮上忙，为您转人工，前面说过的不用再重复。",
        "I could not help. A person takes over; no need to repeat.",
    ),
    "hand.stuck": ("这件事需要同事来办，现在为您转接。", "This needs a colleague; passing you over now."),
    "handed": ("同事正在赶来，您说的我都会带给他。", "A colleague is on the way and will see this too."),
    "article": ("{text}", "{text}"),
    "solved?": ("这样处理后解决了吗？", "Did that solve it?"),
    "solved": ("太好了，有需要随时找我。", "Glad to hear. I am here when you need me."),
    "step": ("请先试这一步：{text}", "Please try this first: {text}"),
    "question": ("{text}", "{text}"),
    "unit?": ("请问是哪一台？", "Which one is it?"),
    "order?": ("请问是哪一单？", "Which order?"),
    "window?": ("可以上门的时间有这些，您选哪个？", "These times are free. Which suits you?"),
    "no_window": (
        "您说的时间约满了，最近还有这些，可以吗？",
        "That time is full. These are the nearest; would one do?",
    ),
    "article?": ("您想问的是哪一个？", "Which of these do you mean?"),
    "code?": (
        "{code} 在不同产品上意思不一样，您的是哪一种？",
        "{code} means different things. Which product is yours?",
    ),
    "line?": ("请问是哪种产品？", "Which product is it?"),
    "problem?": ("请说一下具体是什么现象，有没有显示故障码？", "What exactly happens? Is a code shown?"),
    "phone?": ("请留一个联系电话。", "Please leave a phone number."),
    "address?": ("请告诉我上门的详细地址。", "What is the address?"),
    "time?": ("您什么时候方便？", "When would suit you?"),
    "code": ("{code} 表示：{name}。", "{code} means: {en}."),
    "code.info": ("这不是故障，不用处理。", "This is no fault; nothing to repair."),
    "code_unknown": ("我这里没有查到 {code} 这个代码，不敢乱说。", "I do not know code {code} and will not guess."),
    "coverage.in": (
        "这台在保修期内（到 {until}），质量问题免费维修。",
        "It is in warranty until {until}; faults are repaired free.",
    ),
    "coverage.out": (
        "这台已过保（到 {until}），上门费 {fee} 元，修之前会先报价。",
        "Out of warranty since {until}; the visit costs {fee} yuan, quoted first.",
    ),
    "order.status": ("{number}：{status}，预约 {window}。", "{number}: {status}, window {window}."),
    "no_orders": ("没有查到您名下进行中的服务单。", "I find no open order of yours."),
    "no_units": ("还没有登记设备，也没关系。", "No unit is registered yet; that is fine."),
    "confirm.book": ("要为您提交报修吗？{summary}", "Shall I book this repair? {summary}"),
    "confirm.install": ("要为您预约安装吗？{summary}", "Shall I book the installation? {summary}"),
    "confirm.change": ("要改成这个时间吗？{summary}", "Shall I move it? {summary}"),
    "confirm.cancel": ("确定取消吗？{summary}", "Shall I cancel it? {summary}"),
    "confirm.press": ("要为您催这一单吗？{summary}", "Shall I press this order? {summary}"),
    "done": ("已为您办好，单号 {number}。", "Done, number {number}."),
    "refused": ("没有办成：{error}。", "That failed: {error}."),
    "dropped": ("好的，那就先不办。", "All right, I leave it."),
    "back": ("我们接着刚才的事。", "Back to what we were doing."),
    "abstain": (
        "这个问题我没有可靠的答案，换个说法或告诉我是哪种产品，好吗？",
        "I have no reliable answer. Could you rephrase or name the product?",
    ),
    "hello": (
        "您好，我是安心助手。请说是哪种产品、什么问题，有故障码一起说；也可以查进度、预约、改期。",
        "Hello, this is Anxin. Tell me the product and what is wrong, with a code if one is shown.",
    ),
    "again": ("没太听懂，", "I did not quite get that. "),
    "still_there": ("您还在吗？", "Are you still there?"),
    "bye": ("好的，再见。", "Goodbye."),
}
YES_NO = {"zh": "（是 / 不是 / 不清楚）", "en": " (yes / no / not sure)"}


def phrase(action: Action, lang: Lang = "zh") -> str:
    """An action as a line for the customer; calls and closings have none."""
    if isinstance(action, Say):
        return action.text or _fill(action.code, action.params, lang)
    if isinstance(action, Ask):
        return _question(action, lang)
    if isinstance(action, Propose):
        return _fill(f"confirm.{action.kind}", {"summary": summary(action)}, lang)
    if isinstance(action, HandOver):
        return _fill(f"hand.{action.card.rule}", {}, lang)
    assert isinstance(action, Call | Close)
    return ""


def summary(proposal: Propose) -> str:
    """The arguments of a write in one line; ids of ours are spelt out beside them (`what`, `when`)."""
    return "；".join(value for name, value in proposal.args.items() if value and name not in ("unit", "window"))


def _fill(code: str, params: Mapping[str, str], lang: Lang) -> str:
    chinese, english = PHRASES[code]
    text = chinese if lang == "zh" else english
    for name, value in params.items():
        text = text.replace("{" + name + "}", value)
    return text


def _question(ask: Ask, lang: Lang) -> str:
    text = _fill(ask.code, ask.params, lang)
    if ask.kind == "yes_no":
        return text + YES_NO[lang]
    listed = [f"{place}. {choice.label}" for place, choice in enumerate(ask.choices, 1)]
    return "\n".join([text, *listed])
