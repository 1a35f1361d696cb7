"""What is masked, and what must stay readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.engines.language.secrets import MASK, mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("扫地机连不上，WiFi密码是 anxin2026!，帮我看看", f"扫地机连不上，WiFi密码是 {MASK}，帮我看看"),
        ("门锁密码：880214", f"门锁密码：{MASK}"),
        ("My password is hunter2 and it fails", f"My password is {MASK} and it fails"),
        ("api_key=9f8e7d6c5b4a", f"api_key={MASK}"),
        ("用 AKIAIOSFODNN7EXAMPLE 登录", f"用 {MASK} 登录"),
        ("退到银行卡 6222 0212 3456 7890 123 可以吗", f"退到银行卡 {MASK} 可以吗"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n谢谢", f"{MASK}\n谢谢"),
    ],
)
def test_secrets_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "忘记密码了怎么办",
        "密码锁打不开，密码是多少来着",
        "序列号 6222021234567890123，型号 KFR-35GW",
        "热水器显示 E1，订单 W260714-0012-1，电话 13812345678",
        "the token is expired",
        "保修卡号码写在哪里",
        "童锁口令怎么取消",
    ],
)
def test_what_is_no_secret_stays_readable(text: str) -> None:
    assert mask(text) == text


@given(st.text())
def test_masking_again_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)
