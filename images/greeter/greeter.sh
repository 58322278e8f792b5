if [ -z "$GUEST" ]; then
  echo 'greeter: I do not know whom to greet: the variable GUEST is not set' >&2
  exit 3
fi
echo "Good morning, $GUEST"
exec sleep 36000
